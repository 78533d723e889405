-- How the answers of each group of relations (relation_groups) are spread over the whole run: what a lucky guess is worth.
-- One row: a group, with its distinct objects, those that answer one prompt, its prompt-answer pairs n, and Σ n_o(n_o − 1)
-- over objects.
with by_object as (
    select grp, object, count(*) as n
    from answered
    join relation_numbers on number = answered.relation
    join relation_groups on relation_groups.relation = relation_numbers.relation
    group by grp, object
)
select
    grp, count(*) as objects, count(*) filter (n = 1) as once,
    sum(n)::bigint as pairs, sum(n * (n - 1))::double as same
from by_object
group by grp
order by grp;
