-- The singletons whose near prompts are looked for: $looked_at of them, those with the smallest hashes of their number and the
-- seed. So the work is bounded, however large the run is, and what is found stands for the whole.
-- One row: a prompt that one unit states, with an object that answers it and a key that it shares with near prompts.
create or replace temp table looked_at as
with drawn as (
    select prompt_id, unit, mentions, md5(concat_ws(' ', $seed, prompt_id)) as rank
    from cells join spread using (prompt_id, scope)
    where units = 1
    order by rank
    limit $looked_at
)
select
    prompt_id, unit, mentions, rank, subject, relation, object, object_type,
    unnest(keys_of(subject, relation, object)) as key
from drawn
join prompts using (prompt_id)
join facts using (prompt_id)
where fact_id in (select fact_id from occurrences join counted using (doc_no) where asserted);
