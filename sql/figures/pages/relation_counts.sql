-- One row: a relation on the page of a group (relations.sql).
select grp, number, relation, mentions, prompts, singletons from page_relations order by grp, mentions desc, relation;
