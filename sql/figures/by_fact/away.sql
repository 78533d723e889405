-- What counts are prompts again, as the tables of the run have them: nothing stands before them.
drop view if exists temp.prompts;
drop view if exists temp.facts;
drop table if exists temp.prompt_documents;
