// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_blocks.h"

namespace hookworks {

/// Lays a report out on pages (A4, assumed): the cover, the title, sections over as many pages as they need,
/// footers and numbers. Keeps what it laid out, so that the next layout of nearly the same report is quick.
class PaperLayout
{
public:
    /// `profile` must outlive it.
    explicit PaperLayout(const ProviderProfile& profile)
        : m_profile(profile)
        , m_blocks(profile)
    {
    }
    /// `document` was read from `text`.
    Paper layOut(const JsonValue& document, const QByteArray& text);
    const PaperTheme& theme() const { return m_blocks.theme(); }

private:
    void addCover(const JsonValue& cover);
    void addTitle(const JsonValue& document);
    double addTitleAside(const JsonValue& document);
    double firstPiece(const JsonValue& component, double width, int depth);
    void addFlow(const JsonValue& component, const JsonPath& path, const QRectF& room, int depth);
    void place(const JsonPath& path, const PaperBlocks::Block& block, double x);
    void newPage();
    void addFooters(const JsonValue& document, bool hasCover);

    const ProviderProfile& m_profile;
    PaperBlocks m_blocks;
    Paper m_paper;
    QRectF m_area;  ///< of a page, inside its margins
    double m_y = 0; ///< where the next block goes
};

} // namespace hookworks
