-- The cells of the whole corpus once more, by what their prompts ask.
-- One row: a cell (weighed.sql), whose group is that of its relation: itself, or all rare relations of one object type.
create or replace temp table weighed as
select prompt_id, called as grp, unit, mentions, units, once, weighed.billionths, weighed.pooled, touched, conflicting
from weighed
join prompts using (prompt_id)
join weights using (relation);
