use super::*;
use crate::drawn::drawn;

#[track_caller]
fn reads(rtf: &str, expected: &str) {
    let page = read(rtf.as_bytes(), &mut Budget::default()).expect("a document");
    assert_eq!(drawn(&page), expected);
}

#[test]
fn characters_come_by_number_and_by_bytes() {
    reads(
        r"{\rtf1\ansi\ansicpg936\uc1 \u19968?\u12289?\'d7\'dc\'cc\'e5\uc2\u24773\'c7\'e9\uc0\u-10179\u-8704 0{\uc1\u20917?}}",
        "一、总体情😀0况",
    );
}

#[test]
fn bytes_are_in_the_encoding_of_their_font() {
    reads(
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f13\fcharset134 SimSun{\*\falt ??};}{\f2\fcharset136 MingLiU;}}
\loch\af0\hich\af0\dbch\af13\f0 \'d7\'dc\'cc\'e5 caf\'e9.\par {\f2 \'c1\'60}}",
        "总体 café.\n總",
    );
}

#[test]
fn rows_are_laid_out_by_their_last_definition() {
    reads(
        r"{\rtf1 \trowd\cellx10\cellx20\pard\intbl A\cell\pard\intbl B\par C\cell
\trowd\trleft0\clvmgf\cellx1000\cellx2000\row
\trowd\clvmrg\cellx1000\cellx1500\cellx2000 \pard\intbl\cell 1\cell 2\cell\row\pard after\par}",
        "=| A 1x2 | B⏎C 2x1 |\n | 1: 1 | 2 |\nafter",
    );
}

#[test]
fn a_table_within_a_cell_has_rows_of_its_own() {
    reads(
        r"{\rtf1 \trowd\cellx9000\pard\intbl\itap1 before\par\pard\intbl\itap2 x\nestcell y\nestcell
{\*\nesttableprops\trowd\cellx4000\cellx8000\nestrow}{\nonesttables\par}\pard\intbl\itap1 \cell\row}",
        "before\n=| x | y |",
    );
}

#[test]
fn what_is_not_printed_is_left_out_and_numbers_are_kept() {
    reads(
        r"{\rtf1{\stylesheet{\s17 toc 1;}{\s1 heading 1;}}{\info{\title no}}{\*\unknown no}{\header no\par}
{\listtext\pard\plain 1.\tab}one{\v hidden}{\deleted gone}\par{\pntext\'b7\tab}two\par
{\field{\*\fldinst PAGE}{\fldrslt 7}}\bin3 }}} end\par\pard\s17 contents\par}",
        "[Beside no]\n1.one\n[Hidden hidden]\n[Deleted gone]\ntwo\n7 end\n[Beside contents]",
    );
}

#[test]
fn text_boxes_are_read_where_they_stand() {
    reads(
        r"{\rtf1 a{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard box\par}}{\shprslt no}}b\par}",
        "box\nab",
    );
}

#[test]
fn struck_raised_and_white_text_is_told_and_notes_stand_beside() {
    reads(
        r"{\rtf1{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}
\trowd\cellx1000\cellx2000\pard\intbl {\strike 99}31{\super 1}{\footnote\pard note\par}\cell{\cf2 5}\cell\row\pard end\par}",
        "[Beside note]\n=| 31¹ [Struck 99] | 5 [Faint ] |\nend",
    );
}
