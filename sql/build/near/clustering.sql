-- The row of clustering: how near-duplicates were looked for, and what came of it.
insert into clustering
select
    $threshold, $permutations, $shingle, $bands, $rows,
    (select count(*) from near_candidates),
    (select count(*) from near_pairs),
    (select count(distinct cluster) from near_clusters),
    $limit,
    (select count(distinct key) from near_buckets where members > $limit),
    (select count(distinct doc_no) from near_buckets where members > $limit),
    (
        select coalesce(sum((members - 1) * members // 2 - (2 * members - 3)), 0)
        from (select distinct key, members from near_buckets where members > $limit)
    );
