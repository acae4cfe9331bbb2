// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_theme.h"

namespace hookworks {

namespace {

QString textAt(const JsonValue* object, QStringView key)
{
    const JsonValue* value = object ? object->find(key) : nullptr;
    return value && value->isString() ? value->text : QString();
}

const JsonValue* firstOf(const JsonValue* object, QStringView key, QStringView other)
{
    const JsonValue* value = object ? object->find(key) : nullptr;
    return value || !object ? value : object->find(other);
}

void take(const JsonValue* overrides, QHash<QString, QColor>& colours)
{
    for (const JsonMember& member : overrides ? overrides->members : std::vector<JsonMember>()) {
        const QColor colour(member.value.isString() ? member.value.text : QString());
        if (colour.isValid())
            colours.insert(member.key, colour);
    }
}

QColor between(const QColor& a, const QColor& b, float share)
{
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

/// On the highlight everything is written in its text's colour, and grounds are tints of it: dark words on
/// dark would be lost.
QHash<QString, QColor> highlightedColours(const QHash<QString, QColor>& colours)
{
    const QColor ground = colours.value(QStringLiteral("highlight"));
    const QColor text = colours.value(QStringLiteral("highlight-text"));
    const QColor accent = colours.value(QStringLiteral("accent"));
    return {{QStringLiteral("headline"), text},
            {QStringLiteral("sub-headline"), between(text, ground, 0.2F)},
            {QStringLiteral("paragraph"), text},
            {QStringLiteral("accent"), between(accent, text, 0.5F)},
            {QStringLiteral("background"), ground},
            {QStringLiteral("highlight"), between(ground, text, 0.22F)},
            {QStringLiteral("background-muted"), between(ground, text, 0.09F)},
            {QStringLiteral("background-subtle"), between(ground, text, 0.13F)},
            {QStringLiteral("background-faded"), between(ground, text, 0.18F)},
            {QStringLiteral("light-background"), between(ground, text, 0.06F)}};
}

} // namespace

QColor PaperTheme::colour(const QString& variable, bool isHighlighted) const
{
    if (isHighlighted && highlighted.contains(variable))
        return highlighted[variable];
    return colours.value(variable);
}

QStringList PaperTheme::scheme(const QString& name) const
{
    return palettes.value(palettes.contains(name) ? name : QStringLiteral("Tableau10"));
}

PaperTheme paperTheme(const ProviderProfile& profile, const JsonValue& document)
{
    const JsonValue* config = document.find(u"config");
    const JsonValue* named = firstOf(config, u"color_theme", u"colour_theme");
    const QString name = named && named->isString() ? named->text : QString();
    PaperTheme theme;
    theme.palettes = profile.palettes;
    const auto base = profile.themes.value(profile.themes.contains(name) ? name : QStringLiteral("default"));
    for (auto it = base.cbegin(); it != base.cend(); ++it)
        theme.colours.insert(it.key(), QColor(it.value()));
    const JsonValue* overrides = firstOf(config, u"override_color_theme", u"override_colour_theme");
    take(overrides, theme.colours);
    theme.highlighted = highlightedColours(theme.colours);
    take(overrides ? overrides->find(u"highlighted") : nullptr, theme.highlighted);
    const QStringList fonts = profile.fonts.value(textAt(config, u"typography_theme"));
    theme.headings = fonts.value(0);
    theme.paragraphs = fonts.value(1);
    if (const JsonValue* google = config ? config->find(u"google_fonts") : nullptr) {
        const QString heading = textAt(google->find(u"headings"), u"family");
        const QString paragraph = textAt(google->find(u"paragraph"), u"family");
        theme.headings = heading.isEmpty() ? theme.headings : heading;
        theme.paragraphs = paragraph.isEmpty() ? theme.paragraphs : paragraph;
    }
    return theme;
}

int sizeOfWord(const QString& word)
{
    static const QHash<QString, int> sizes{
        {QStringLiteral("3xs"), 7},  {QStringLiteral("2xs"), 9},  {QStringLiteral("xs"), 10},
        {QStringLiteral("sm"), 12},  {QStringLiteral("lg"), 16},  {QStringLiteral("xl"), 18},
        {QStringLiteral("2xl"), 22}, {QStringLiteral("3xl"), 27}, {QStringLiteral("4xl"), 33}};
    return sizes.value(word, 13);
}

} // namespace hookworks
