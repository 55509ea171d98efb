-- Components of copies that have lost an article, or whose article has changed. Grain: one row a component.
SELECT DISTINCT copy_component
FROM left_versions
WHERE copy_component IS NOT NULL
