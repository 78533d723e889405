"""Common given names by the pronoun that goes with them; names borne by both are in neither list."""

MALE_NAMES = frozenset(
    """aaron abdul abdullah abel abraham adam adolf adrian ahmad ahmed akira alain alan albert alberto aldo alec alejandro
    aleksandar aleksander aleksandr aleksei aleksey alessandro alex alexander alexandre alexandros alexei alfons
    alfonso alfred alfredo ali alistair allan allen alois alonzo alphonse álvaro amadeus amir amos anatoly anders
    andré andre andreas andrei andrej andrés andrew andrey andrzej andy angelo angus anil ansel anthony antoine
    anton antonio antónio antony archibald archie aristide armand armando arnaud arne arnold arthur arturo arun
    ashok august auguste augustin augustine augusto augustus aurelio axel baldwin barack barney barry bartholomew
    basil bastian ben benedict bengt benito benjamin bernard bernardo bernhard bernie bert bertrand bill billy björn
    bob bobby boris brad bradley brendan brent brett brian bruce bruno bryan burt caleb calvin carl carlo carlos
    cecil cedric césar charles charlie chester christian christoph christophe christopher chuck claude claudio
    clarence clark claus clayton clement clifford clint clive clyde colin conor conrad constantin constantine
    cornelius craig curtis cyril damian damien dan daniel daniele danny dante darren daryl dave david davide dean
    dennis denis derek desmond diego dieter dietrich dimitri dirk dmitri dmitry domenico dominic dominique don
    donald doug douglas duncan dustin dwight earl ed eddie edgar edmond edmund eduard eduardo edward edwin egon eli
    elias elijah elliot elliott elmer elton emanuel émile emil emile emilio emmanuel enoch enrico enrique eric erich
    erik ernest ernesto ernst erwin esteban étienne eugène eugene evan evgeny ezra fabian fabio federico felipe
    felix ferdinand fernando fidel filippo floyd francesco francis francisco franco françois francois frank franklin
    franz fred freddie frederic frédéric frederick friedrich fritz fyodor gabriel galileo gareth garrett gary gaston
    gavin geoff geoffrey georg george georges georgios gerald gérard gerard gerhard germain giacomo gianni gilbert
    gilles giorgio giovanni giulio giuseppe glen glenn godfrey gordon graham greg gregor gregory grigory guido
    guillaume guillermo günter gunter guus gustav gustave guy haakon hamid hank hans harald harold harrison harry
    hartley harvey hasan hassan hector heinrich heinz helmut henri henrik henrique henry herbert herman hermann
    hernán hideki hideo hiroshi homer horace horatio horst howard hubert hugh hugo humphrey hussein ian ibrahim
    ignacio igor imre ion ira irving isaac isaiah isidore ismail israel issac ivan ivo jack jackson jacob jacques
    jaime jake jakob jakub james jan jared jarosław jason javier jay jean-baptiste jean-claude jean-jacques jean-luc
    jean-marie jean-paul jean-pierre jeff jefferson jeffrey jens jeremiah jeremy jérôme jerome jerry jesús jim jimmy
    joachim joão joaquín joe joel johan johann johannes john johnny jon jonas jonathan jorge josé jose josef joseph
    josh joshua josip juan judah jules julian julio julius jürgen justin kamal karim karl keith ken kenneth kenji
    kevin kirk klaus knut konrad konstantin kurt kyle lars lawrence laurence laurent lazar leo leon león leonard
    leonardo leonid leopold leroy leslie lester lewis liam linus lionel lloyd lorenzo lothar lou louis luc luca
    lucas lucien ludwig luigi luis luís luke luther magnus mahmoud malcolm manfred manuel marc marcel marcelo marco
    marcos marcus mariano mario mark marko markus marlon marshall martin martín marvin mathew mathias mathieu matt
    matteo matthew matthias matthieu maurice mauricio maurizio max maxim maximilian maxime maxwell mehmet melvin
    michael michał michel michele mickey miguel mihai mikael mike mikhail milan miles miloš milton miroslav mitchell
    mohamed mohammad mohammed moritz morris moses muhammad murray mustafa napoleon nathan nathaniel neil nelson
    nicholas nick niccolò nicola nicolae nicolás nicolas niels nigel nikola nikolai nikolaus nikolay noah noel
    norbert norman octavian ole oleg oliver olivier omar orlando oscar oskar osman oswald otto otis owen pablo paolo
    pascal pat patrick paul paulo pavel pedro percy perry peter petr petar pete phil philip philipp philippe phillip
    pierre pietro piotr primo qasim rafael rafał raj rajesh ralph ramón ramon randolph randy raoul raphael rasmus
    raúl raul ravi ray raymond reginald reinhard rené rex ricardo riccardo richard rick ricky rob robert roberto
    roderick rodney rodrigo rodolfo roger roland rolf roman romain ronald ronnie ross roy ruben rudolf rudolph rudy
    rufus rupert russell ryan said salvador salvatore sam samir samuel sanjay santiago saul scott sean sebastian
    sébastien serge sergei sergey sergio seth seymour shaun shawn sid sidney siegfried sigmund silvio simon sinclair
    slobodan solomon spencer stan stanisław stanley stefan stefano stephen stéphane steve steven stewart stuart
    sunil sven syed sylvester tadeusz takashi takeshi tariq ted terence terry theo theodor theodore thierry thomas
    thor tim timothy timur tito tobias toby todd tom tomas tomás tomasz tommaso tommy toni tony toshio travis trevor
    tristan ulrich umberto uwe václav valentin vasily vernon vicente victor viktor vijay vince vincent vincenzo
    virgil vito vittorio vivek vladimir wallace walter walther warren wayne wendell werner wilfred wilhelm will
    willem william willie wilson winston władysław wolf wolfgang woodrow xavier yasser yevgeny yitzhak yuri yusuf
    yves yukio zachary zoltán zoran nikoláy denís andréy vasíli ilyá prokhor dólokhov""".split()
) - {"dólokhov"}

FEMALE_NAMES = frozenset(
    """abigail ada adela adelaide adele adriana agatha agnes aileen aisha alana alba alessandra alexandra alexandria alexis
    alice alicia alina alisa alison allison alma althea amalia amanda amelia amélie amina amy ana anaïs anastasia
    andrea angela angelica angelina angie anita anja anke ann anna annabel annabelle anne anneliese annette annie
    anouk antonia antoinette aparna april aretha ariana arianna astrid audrey augusta aurora ava avril ayesha
    barbara beata beatrice beatriz becky belinda bernadette bertha bessie beth bethany betsy bette betty beverly
    bianca birgit blanche bonnie brenda bridget brigitte britney britta caitlin camila camilla camille candice carla
    carmen carol carole carolina caroline carolyn carrie cassandra catarina caterina catherine cathy catrin cecilia
    cecily celeste celia celine chantal charlene charlotte cher cherie cheryl chiara chloe christa christina
    christine cindy claire clara clare clarissa claudia clementine coco colette colleen connie constance consuelo
    cordelia corinne cornelia courtney cristina cynthia daisy daniela danielle daphne darlene dawn deborah debbie
    deirdre delia denise diana diane dinah dolly dolores dominika donna dora doreen doris dorothea dorothy edith
    edna eileen ekaterina elaine eleanor eleanora elena eleni elisa elisabeth elise eliza elizabeth ella ellen elsa
    elsie elvira emilia emilie emily emma erica erika erin ernestine esmeralda esperanza estelle esther ethel
    eugenia eugénie eunice eva evangeline eve evelyn faith fanny fatima faye felicia felicity fern fiona flora
    florence frances francesca françoise freda frida frieda gabriela gabriella gabrielle gail gemma genevieve
    georgia georgina geraldine germaine gertrude gillian gina ginger gisela giulia gladys glenda gloria grace greta
    gretchen gudrun gwen gwendolyn hannah harriet hattie hazel heather hedwig heidi helen helena helene helga
    henrietta hermione hilary hilda hildegard holly hortense ida ilona ilse imogen ines inga inge ingeborg ingrid
    irena irene irina iris irma isabel isabella isabelle isobel ivana ivy jacqueline jamila jana jane janet janice
    janine janis jasmine jean jeanette jeanne jeannette jelena jemima jenna jennie jennifer jenny jessica jill joan
    joann joanna joanne jocelyn johanna josephine joséphine joy joyce juanita judith judy julia juliana julianne
    julie juliet julieta juliette june justine karen karin karina karla kate katarina kateryna katharina katharine
    katherine kathleen kathryn kathy katie katrina katya kay kayla kirsten kirsty klara kristen kristin kristina
    krystyna lana lara larisa latoya laura lauren laurie lea leah leila lena leni lenore leonora leslie leticia
    lidia lilian liliana lillian lily linda lindsay lisa liv liza lola lorena lorraine lottie louisa louise lourdes
    lucia lucie lucille lucinda lucretia lucy ludmila luisa lydia lyudmila mabel madeleine madeline mae magda
    magdalena maggie maia malala mandy mara marcella marcia margaret margarita margery margot marguerite maria
    mariah mariam marian mariana marianne marie marie-louise marietta marilyn marina marion marjorie marlene marta
    martha martina mary maryam mathilde matilda maud maude maureen maxine may maya meera meg megan mei melanie
    melinda melissa mercedes meredith meryl mia michaela michelle mildred millicent mina minerva minnie mira miranda
    miriam moira molly mona monica monika monique muriel myra myrtle nadia nadine nancy naomi natalia natalie
    natasha nathalie nell nellie nicole nina nora norma octavia odette olga olive olivia olympia ophelia paige
    pamela patricia patti paula pauline pearl peggy penelope petra philippa phoebe phyllis pilar polly priscilla
    priyanka queenie rachel ramona raquel rebecca regina renata renee rhea rhoda rhonda rita roberta romy rosa
    rosalia rosalie rosalind rosario rose rosemary rosie roxana ruby ruth sabina sabine sabrina sadie sally samantha
    sandra sara sarah saskia selena selma serena shannon sharon sheila shelley shirley sibyl sigrid silvia simone
    sofia sonia sonja sophia sophie soraya stacy stefania stella stephanie sue susan susana susanna susanne suzanne
    svetlana sybil sylvia sylvie tabitha tamara tania tanya tara tatiana tatyana teresa tess tessa thelma theresa
    therese tiffany tina toni tracy trudy ulrike ursula uta valentina valeria valerie vanessa vera verena veronica
    victoria vilma viola violet violetta virginia viviane vivian wanda wendy whitney wilhelmina wilma winifred xenia
    yasmin yoko yolanda yvette yvonne zara zelda zoe zoë zora natásha márya pávlovna hélène""".split()
) - {"pávlovna"}

_BOTH = MALE_NAMES & FEMALE_NAMES
MALE_NAMES = MALE_NAMES - _BOTH
FEMALE_NAMES = FEMALE_NAMES - _BOTH
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES

PLACE_LIKE = frozenset(
    """florence victoria georgia virginia charlotte adelaide augusta sydney jordan chelsea paris lincoln washington jackson
    israel alexandria santiago san francisco diego jose milan orlando austin dallas houston denver madison savannah
    carolina dakota troy aurora april may june august said will mark grace faith joy hope dawn rose ruby pearl
    violet iris olive ginger holly ivy heather guy miles earl dean pat ray sue wolf don bill art""".split()
)
"""Given names that, alone, are as often a place, a month or a word."""
