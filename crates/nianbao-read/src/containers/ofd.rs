//! Reads OFD, the national layout format: characters and lines by their places, as those of a PDF.
//!
//! Format: GB/T 33190. Pages stand on templates, and may draw composite objects that the resources hold,
//! as converters from PDF write them.

mod draw;
mod objects;

use std::collections::BTreeMap;

use crate::ReadError;
use crate::archive::{Archive, resolved};
use crate::budget::Budget;
use crate::container::{Container, Content};
use crate::kinds;
use crate::layout::laid_out;
use crate::page::Page;
use crate::xml::{Node, Xml};
use draw::Drawing;
use objects::Object;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::OFD,
    is: |sample| sample.has_part("ofd.xml"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Pages of all documents of one file; a report has six to twenty.
const MAX_PAGES: usize = 2_000;

/// A4, where a document does not say how large its pages are, in millimeters.
const A4: [f64; 4] = [0.0, 0.0, 210.0, 297.0];

/// What a document says of its pages.
#[derive(Default)]
struct Document {
    area: Option<[f64; 4]>,
    /// Parts with resources.
    resources: Vec<String>,
    /// Parts of templates by their number.
    templates: BTreeMap<String, String>,
    /// Numbers and parts of pages in their order.
    pages: Vec<(String, String)>,
    /// The part that lists what was put over pages.
    annotations: Option<String>,
}

/// What stands on a page or a template.
#[derive(Default)]
struct Sheet {
    area: Option<[f64; 4]>,
    templates: Vec<String>,
    objects: Vec<Object>,
}

/// Reads an `.ofd`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let mut archive = Archive::open(bytes, budget)?;
    let mut canvases = Vec::new();
    for root in roots(&mut archive)? {
        let document = Document::read(&mut archive, &root)?;
        let mut composites = BTreeMap::new();
        for part in &document.resources {
            let text = archive.text(part)?.unwrap_or_default();
            objects::read_composites(&mut Xml::new(part, &text), &mut composites)?;
        }
        let mut templates: BTreeMap<&str, Sheet> = BTreeMap::new();
        for (id, part) in &document.templates {
            templates.insert(id, Sheet::read(&mut archive, part)?);
        }
        let over = annotations(&mut archive, &document)?;
        for (id, part) in &document.pages {
            if canvases.len() >= MAX_PAGES {
                return Err(ReadError::TooLarge);
            }
            let sheet = Sheet::read(&mut archive, part)?;
            let area = sheet.area.or(document.area).unwrap_or(A4);
            let mut drawing = Drawing::new(area, &composites, archive.budget);
            for template in &sheet.templates {
                if let Some(template) = templates.get(template.as_str()) {
                    drawing.draw(&template.objects)?;
                }
            }
            drawing.draw(&sheet.objects)?;
            if let Some(objects) = over.get(id) {
                drawing.draw_over(objects)?;
            }
            canvases.push(drawing.finish());
        }
    }
    laid_out(canvases, archive.budget)
}

/// The main parts of the documents in a file.
fn roots(archive: &mut Archive) -> Result<Vec<String>, ReadError> {
    let text = archive.required("OFD.xml")?;
    let mut xml = Xml::new("OFD.xml", &text);
    let mut roots = Vec::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "DocRoot"
        {
            roots.push(resolved("", xml.text(&[])?.trim()));
        }
    }
    Ok(roots)
}

/// What was put over pages, by the number of the page: stamps, marks and notes.
fn annotations(
    archive: &mut Archive,
    document: &Document,
) -> Result<BTreeMap<String, Vec<Object>>, ReadError> {
    let mut over: BTreeMap<String, Vec<Object>> = BTreeMap::new();
    let Some(list) = &document.annotations else {
        return Ok(over);
    };
    let folder = list.rsplit_once('/').map_or("", |(folder, _)| folder);
    let text = archive.text(list)?.unwrap_or_default();
    let mut xml = Xml::new(list, &text);
    let mut page = String::new();
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        match element.name() {
            "Page" => page = element.attribute("PageID").unwrap_or_default(),
            "FileLoc" => {
                let part = resolved(folder, xml.text(&[])?.trim());
                let text = archive.text(&part)?.unwrap_or_default();
                let mut xml = Xml::new(&part, &text);
                let objects = over.entry(page.clone()).or_default();
                while let Some(node) = xml.next()? {
                    if let Node::Start(element) = node
                        && element.name() == "Annot"
                    {
                        objects.extend(objects::read(&mut xml)?);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(over)
}

impl Document {
    fn read(archive: &mut Archive, root: &str) -> Result<Document, ReadError> {
        let text = archive.required(root)?;
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut xml = Xml::new(root, &text);
        let mut document = Document::default();
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            let location = || element.attribute("BaseLoc").unwrap_or_default();
            let id = || element.attribute("ID").unwrap_or_default();
            match element.name() {
                "PhysicalBox" if document.area.is_none() => {
                    document.area = objects::four(&xml.text(&[])?);
                }
                "PublicRes" | "DocumentRes" => {
                    let part = resolved(folder, xml.text(&[])?.trim());
                    document.resources.push(part);
                }
                "TemplatePage" => {
                    document
                        .templates
                        .insert(id(), resolved(folder, &location()));
                }
                "Page" => document.pages.push((id(), resolved(folder, &location()))),
                "Annotations" => {
                    document.annotations = Some(resolved(folder, xml.text(&[])?.trim()));
                }
                "Outlines" | "Permissions" | "Actions" | "Bookmarks" => xml.skip()?,
                _ => {}
            }
        }
        Ok(document)
    }
}

impl Sheet {
    fn read(archive: &mut Archive, part: &str) -> Result<Sheet, ReadError> {
        let text = archive.text(part)?.unwrap_or_default();
        let mut xml = Xml::new(part, &text);
        let mut sheet = Sheet::default();
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            match element.name() {
                "PhysicalBox" => sheet.area = objects::four(&xml.text(&[])?),
                "Template" => sheet.templates.extend(element.attribute("TemplateID")),
                "Content" => sheet.objects.extend(objects::read(&mut xml)?),
                _ => {}
            }
        }
        Ok(sheet)
    }
}

#[cfg(test)]
mod tests;
