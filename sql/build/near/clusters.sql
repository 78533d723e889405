-- A row is a document in a cluster of near-duplicates: its number, and that of the first in the cluster.
create temp table near_clusters as from near_found;
