-- A text as phrases are looked up in it: lower case, without accents and punctuation, dashes and line ends as spaces, a space at both ends.
CREATE MACRO fold_text(text) AS ' ' || replace(replace(
    translate(lower(strip_accents(nfc_normalize(text))), '-–—/' || chr(10) || '.,;:!?…()[]"“”„«»''‘’`´', '     '),
    '  ', ' '), '  ', ' ') || ' '
