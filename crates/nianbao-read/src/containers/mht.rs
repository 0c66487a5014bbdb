//! Reads pages that browsers and office programs saved as one file: the page and none of its other parts.

use crate::budget::Budget;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::container::{Container, Content, Sample};
use crate::decode::{decoded, decoded_as};
use crate::kinds;
use crate::page::Page;
use crate::{ReadError, html};

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::MHT,
    is: is_message,
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Whether the first line is a header, and one of those near it says that there are parts.
fn is_message(sample: &Sample) -> bool {
    let text = sample.text.as_deref().unwrap_or_default();
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let name = text.iter().take_while(|byte| is_of_name(byte)).count();
    let begins_with_header = name > 0 && text.get(name) == Some(&b':');
    begins_with_header
        && [&b"MIME-Version:"[..], b"Content-Type:"]
            .iter()
            .any(|header| sample.holds(header))
}

/// Reads an `.mht`. A page in frames has several parts that are pages, which are read one after the other.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let damaged = || ReadError::Damaged {
        part: "MIME".to_owned(),
        reason: "its parts cannot be told".to_owned(),
    };
    let parser = MessageParser::new().with_mime_headers();
    let message = parser.parse(bytes).ok_or_else(damaged)?;
    let mut page = Page::default();
    for part in &message.parts {
        if !matches!(part.body, PartType::Html(_)) {
            continue;
        }
        let read = html::read(&text(part, bytes).ok_or_else(damaged)?, budget)?;
        page.blocks.extend(read.blocks);
        page.unprinted = page.unprinted.or(read.unprinted);
    }
    Ok(page)
}

/// The text of a part in the encoding that it says.
fn text(part: &MessagePart, bytes: &[u8]) -> Option<String> {
    let body = bytes.get(part.offset_body as usize..part.offset_end as usize)?;
    let unpacked = match part.encoding {
        Encoding::None => body.to_vec(),
        Encoding::QuotedPrintable => quoted_printable_decode(body)?,
        Encoding::Base64 => base64_decode(body)?,
    };
    let charset = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    Some(match charset {
        Some(name) => decoded_as(name, &unpacked),
        None => decoded(&unpacked).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::drawn;

    /// A page as Word saves it: headers with a folded one, the page and a part that must not be looked at.
    fn message(charset: &str, encoding: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Next_01\"\r\n\r\n\
             本文档是“单个文件网页”。\r\n\r\n------=_Next_01\r\nContent-Location: file:///C:/1.htm\r\n\
             Content-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset=\"{charset}\"\r\n\r\n"
        );
        let tail = "\r\n------=_Next_01\r\nContent-Location: file:///C:/1.css\r\nContent-Type: text/css\r\n\r\n\
                    p { content: \"<p>样式\" }\r\n------=_Next_01--\r\n";
        [head.as_bytes(), body, tail.as_bytes()].concat()
    }

    fn quoted(bytes: &[u8]) -> Vec<u8> {
        let mut quoted = Vec::new();
        for (place, byte) in bytes.iter().enumerate() {
            if place % 20 == 19 {
                quoted.extend(b"=\r\n");
            }
            quoted.extend(format!("={byte:02X}").bytes());
        }
        quoted
    }

    #[test]
    fn the_page_is_read_in_every_usual_encoding_and_nothing_else_is() {
        let page = "<html><p>一、总体情况</p><table><tr><td>规章<td>0</table>";
        let (gbk, ..) = encoding_rs::GBK.encode(page);
        let utf16: Vec<_> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let base64 = b"PGh0bWw+PHA+5LiA44CB5oC75L2T5oOF5Ya1PC9wPjx0YWJsZT48dHI+PHRkPuinhOeroDx0ZD4wPC90YWJsZT4=";
        for (charset, encoding, body) in [
            ("utf-8", "8bit", page.as_bytes().to_vec()),
            ("gb2312", "quoted-printable", quoted(&gbk)),
            ("unicode", "quoted-printable", quoted(&utf16)),
            ("utf-8", "base64", base64.to_vec()),
        ] {
            let bytes = message(charset, encoding, &body);
            let page = read(&bytes, &mut Budget::default()).expect("a page");
            assert_eq!(
                drawn(&page),
                "一、总体情况\n=| 规章 | 0 |",
                "{charset} {encoding}"
            );
        }
    }

    #[test]
    fn a_message_is_told_by_its_headers_in_any_order() {
        let is_one = |text: &str| {
            let sample = Sample::new("年报.html", text.as_bytes()).expect("a sample");
            is_message(&sample)
        };
        assert!(is_one(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\n"
        ));
        assert!(is_one(
            "Subject: 年报\r\nDate: x\r\nContent-Type: multipart/related\r\n"
        ));
        assert!(!is_one("第一：MIME-Version:"));
        assert!(!is_one("<html>Content-Type: text/html"));
    }
}
