//! The fonts of official documents, by name.

/// A font, named and not embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Title,
    Body,
    Heading,
    Topic,
    Table,
    Latin,
}

impl Face {
    pub(super) const ALL: [Face; 6] = [
        Face::Title,
        Face::Body,
        Face::Heading,
        Face::Topic,
        Face::Table,
        Face::Latin,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Face::Title => "方正小标宋简体",
            Face::Body => "仿宋_GB2312",
            Face::Heading => "黑体",
            Face::Topic => "楷体_GB2312",
            Face::Table => "宋体",
            Face::Latin => "Times New Roman",
        }
    }

    /// Fonts are numbered before all pages.
    pub(super) fn id(self) -> usize {
        1 + self as usize
    }
}
