//! Layout documents of GB/T 33190: pages with every character in its place, fonts by name.
//!
//! Lengths are in thousandths of a millimetre, so that no floating point can differ between two machines.

use nianbao_core::report::Report;

use super::package::{XML, archive};
use crate::xml::escape;

mod face;
mod ink;
mod pages;
mod table;
mod text;

use face::Face;
use ink::{Ink, mm};

/// A4.
const PAGE_WIDTH: i32 = 210_000;
const PAGE_HEIGHT: i32 = 297_000;

const NAMESPACE: &str = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

/// Writes a report as a layout document.
pub(super) fn write(report: &Report, mark: Option<&str>) -> Vec<u8> {
    let ink = pages::lay_out(report, mark);
    let document = document(&ink);
    let pages: Vec<_> = (ink.pages().iter().enumerate())
        .map(|(idx, page)| {
            let content = format!(
                "{XML}<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer ID=\"{}\" Type=\"Body\">\n{}</ofd:Layer></ofd:Content></ofd:Page>\n",
                page.layer_id, page.objects
            );
            (format!("Doc_0/{}", location(idx)), content)
        })
        .collect();
    let root = root(report, &pages);
    let fonts = fonts();
    let fixed = [
        ("OFD.xml", root.as_str()),
        ("Doc_0/Document.xml", &document),
        ("Doc_0/PublicRes.xml", &fonts),
    ];
    let pages = pages.iter().map(|(name, page)| (&name[..], &page[..]));
    let parts: Vec<_> = (fixed.into_iter().chain(pages))
        .map(|(name, part)| (name, part.as_bytes()))
        .collect();
    archive(&parts)
}

/// Where a page's content is, as the document says it.
fn location(page_idx: usize) -> String {
    format!("Pages/Page_{page_idx}/Content.xml")
}

/// What file managers and archives show, and where the document begins.
fn root(report: &Report, pages: &[(String, String)]) -> String {
    format!(
        "{XML}<ofd:OFD {NAMESPACE} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>\
         <ofd:DocID>{id:032x}</ofd:DocID><ofd:Title>{title}</ofd:Title><ofd:Author>{author}</ofd:Author>\
         <ofd:Creator>nianbao</ofd:Creator></ofd:DocInfo>\
         <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>\n",
        id = fingerprint(pages),
        title = escape(&report.printed_title()),
        author = escape(report.organ.name.trim()),
    )
}

/// A number that differs where pages differ (FNV-1a): documents must be told apart, and the same report gives the same bytes.
fn fingerprint(pages: &[(String, String)]) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = pages.iter().flat_map(|(_, page)| page.bytes());
    bytes.fold(OFFSET, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(PRIME)
    })
}

/// The list of pages, and the headings by which readers jump to them.
fn document(ink: &Ink) -> String {
    let mut xml = format!(
        "{XML}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>{}</ofd:MaxUnitID>\
         <ofd:PageArea><ofd:PhysicalBox>0 0 {} {}</ofd:PhysicalBox></ofd:PageArea>\
         <ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>\n<ofd:Pages>\n",
        ink.last_id(),
        mm(PAGE_WIDTH),
        mm(PAGE_HEIGHT),
    );
    for (idx, page) in ink.pages().iter().enumerate() {
        let (id, location) = (page.id, location(idx));
        xml += &format!("<ofd:Page ID=\"{id}\" BaseLoc=\"{location}\"/>\n");
    }
    xml += "</ofd:Pages>\n<ofd:Outlines>\n";
    for heading in ink.headings() {
        xml += &format!(
            "<ofd:OutlineElem Title=\"{}\"><ofd:Actions><ofd:Action Event=\"CLICK\"><ofd:Goto>\
             <ofd:Dest Type=\"XYZ\" PageID=\"{}\" Left=\"0\" Top=\"{}\" Zoom=\"0\"/>\
             </ofd:Goto></ofd:Action></ofd:Actions></ofd:OutlineElem>\n",
            escape(heading.title),
            heading.page_id,
            mm(heading.top),
        );
    }
    xml + "</ofd:Outlines>\n</ofd:Document>\n"
}

/// The fonts by name; they may not be embedded, and every character has its place also in another font.
fn fonts() -> String {
    let mut xml = format!("{XML}<ofd:Res {NAMESPACE} BaseLoc=\"Res\"><ofd:Fonts>\n");
    for face in Face::ALL {
        let (id, name) = (face.id(), face.name());
        let charset = if face == Face::Latin {
            "unicode"
        } else {
            "prc"
        };
        xml += &format!(
            "<ofd:Font ID=\"{id}\" FontName=\"{name}\" FamilyName=\"{name}\" Charset=\"{charset}\"/>\n"
        );
    }
    xml + "</ofd:Fonts></ofd:Res>\n"
}
