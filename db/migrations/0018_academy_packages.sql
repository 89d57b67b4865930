-- SCORM and cmi5 packages.
SET LOCAL lock_timeout = '5s';
