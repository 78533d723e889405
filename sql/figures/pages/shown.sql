-- The prompts from which a page takes its examples: the $most singletons with the smallest ids, which are hashes, so they are
-- drawn at random and are the same on every machine; and the $pool prompts that most units of the group state (of equals the
-- larger id, so that the choice does not depend on threads).
-- One row: a prompt and the group on whose page it may stand.
create or replace temp table shown as
with heads as (
    select
        grp,
        min(prompt_id, $most) filter (units = 1) as singletons,
        arg_max(prompt_id, here::hugeint * 18446744073709551616 + prompt_id, $pool) filter (units > 1) as frequent
    from known
    group by grp
)
select grp, 'singleton' as kind, unnest(singletons) as prompt_id from heads
union all
select grp, 'frequent', unnest(frequent) from heads;
