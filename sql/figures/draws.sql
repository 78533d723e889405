-- One mention, drawn uniformly among the mentions of pooled relations, for every unit of a group: what the proven
-- bound is computed on. The draw is an exponential race on a hash, so it is the same on every machine.
-- One row: a group, with its pool's mentions, its non-empty units and how many of them drew a prompt that no other
-- unit states.
with race as (
    select
        grp, unit, prompt_id, units, mentions,
        -ln((md5_number_lower(concat_ws(':', 'draw', unit, prompt_id))::double + 1) / 18446744073709551617.0)
            / mentions as finish
    from cells
    join spread using (prompt_id, scope)
    join weights using (relation)
    where pooled
),
drawn as (
    select grp, unit, arg_min(units, finish) as units, sum(mentions) as mentions
    from race
    group by grp, unit
)
select
    grp,
    sum(mentions)::double as pool_mentions,
    count(*) as drawn,
    count(*) filter (units = 1) as drawn_singletons
from drawn
group by grp
order by grp;
