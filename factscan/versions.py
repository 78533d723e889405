"""The version of a report's JSON, where it can be told without loading what computes one."""

REPORT_SCHEMA = 2
