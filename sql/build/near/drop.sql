-- What the clusters were found with is not kept.
drop macro table near_signed;
drop table near_bands;
drop table near_buckets;
drop table near_candidates;
drop table near_pairs;
drop table near_clusters;
