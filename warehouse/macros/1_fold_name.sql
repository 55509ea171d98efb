-- A name as names are compared: without case, accents, apostrophes and hyphens. 'al-Karaʿa' and 'Al Karaa' are one.
CREATE MACRO fold_name(name) AS
    trim(regexp_replace(
        regexp_replace(lower(strip_accents(nfc_normalize(name))), '[''’‘`´ʼʿʾ]', '', 'g'),
        '[^\p{L}\p{N}]+', ' ', 'g'
    ))
