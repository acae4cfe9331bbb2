// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_items.h"
#include "ui/paper/paper_theme.h"

#include <QHash>

#include <functional>

namespace hookworks {

/// Margins and spaces count in steps of the scale that the vendor's values are taken from.
inline constexpr double marginStep = 4;
/// Components in components beyond it are not drawn.
inline constexpr int mostNested = 24;

/// The outer margins of a component: above and below, at the sides.
QSizeF marginsOf(const JsonValue& component, const ComponentType* type);
/// The share of its line that a component asks for; 0: what is left.
double shareOf(const JsonValue& component);
/// A set option as a text or a number; nothing where it is not set.
QString optionText(const JsonValue& component, QStringView key);
double optionNumber(const JsonValue& component, QStringView key, double otherwise);
bool optionFlag(const JsonValue& component, QStringView key, bool otherwise);

/// Lays components out at a width. What was laid out before with the same bytes, width and theme is taken as
/// it is: an edit lays out what it touches.
class PaperBlocks
{
public:
    using Block = std::shared_ptr<const PaperBlock>;

    /// `profile` must outlive it.
    explicit PaperBlocks(const ProviderProfile& profile)
        : m_profile(profile)
    {
    }
    /// Before a layout: of which text the components are, how they are drawn, and the room on a page.
    void begin(const QByteArray& text, const PaperTheme& theme, double pageHeight);
    /// After it: what was not asked for is forgotten.
    void end();

    Block block(const JsonValue& component, double width, bool highlighted, int depth = 0);
    const ComponentType* typeOf(const JsonValue& component) const;
    /// The heading of a section, with its line.
    Block sectionTitle(const JsonValue& section, double width, bool highlighted);
    const PaperTheme& theme() const { return m_theme; }

private:
    Block kept(const QByteArray& key, const std::function<Block()>& make);
    Block madeTitle(const JsonValue& section, double width, bool highlighted) const;
    Block made(const JsonValue& component, double width, bool highlighted, int depth);
    void addChildren(PaperBlock& block, const JsonValue& component, const QRectF& room, bool highlighted,
                     int depth);
    std::vector<double> widthsOf(const JsonValue& component, double width) const;

    const ProviderProfile& m_profile;
    PaperTheme m_theme;
    QByteArray m_text;
    double m_pageHeight = 0;
    QHash<QString, const ComponentType*> m_types;
    QHash<QByteArray, Block> m_before, m_now;
};

} // namespace hookworks
