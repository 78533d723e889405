-- Documents and all their exact copies are numbered after the first of their cluster.
update documents
set cluster = near_clusters.cluster
from near_clusters
where documents.exact_cluster = near_clusters.doc_no;
