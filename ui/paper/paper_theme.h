// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/design/definition.h"

#include <QColor>

namespace hookworks {

/// What a report's pages are drawn with: its theme's colours with those that it sets in their place, fonts,
/// the sizes that words stand for. Colours and fonts of themes are assumed.
struct PaperTheme
{
    QHash<QString, QColor> colours;
    QHash<QString, QColor> highlighted; ///< those that differ in highlighted parts
    QString headings, paragraphs;       ///< families; empty: the program's
    QHash<QString, QStringList> palettes;
    bool operator==(const PaperTheme&) const = default;

    QColor colour(const QString& variable, bool isHighlighted = false) const;
    /// The series' colours of a scheme's name; the first scheme where there is no such.
    QStringList scheme(const QString& name) const;
};

PaperTheme paperTheme(const ProviderProfile& profile, const JsonValue& document);

/// In page units: `sm` is 12; unknown words and none are the middle size.
int sizeOfWord(const QString& word);

} // namespace hookworks
