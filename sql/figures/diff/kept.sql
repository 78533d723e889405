-- What is kept of the layouts of both runs, one after the other.

-- One row: a document of a run, and the unit that it is in, if only as a copy.
create or replace temp table members (run varchar, doc_no bigint, unit bigint);
-- One row: a unit of a group in a run; kind says what the group is. m, u and w as in units.sql.
create or replace temp table kept_units (
    run varchar, kind varchar, grp varchar, unit bigint, m hugeint, u hugeint, w hugeint
);
-- One row: two units of a run and a group (pair_sums.sql).
create or replace temp table kept_pairs (
    run varchar, kind varchar, grp varchar, first bigint, second bigint, a hugeint, b hugeint, wa hugeint, wb hugeint
);
-- One row: a prompt in a group of a run, with the group's mentions and the units of the scope that state it.
create or replace temp table kept_prompts (
    run varchar, kind varchar, grp varchar, prompt_id ubigint, mentions bigint, units bigint
);
