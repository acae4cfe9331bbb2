// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/timeline_svg.h"

#include "domain/visible_text.h"
#include "workbench/inspect/hand_on_text.h"

namespace hookworks {

namespace {

constexpr int step = 96, margin = 40, middle = 34, mark = 7, height = 72;
constexpr qsizetype mostMarks = 200;

/// One place on the line.
struct DrawnMark
{
    std::optional<Outcome> outcome; ///< none: not made
    bool isMade = false;
    Micros gap{0}; ///< since the one before
    QString words;
};

QByteArray number(int value)
{
    return QByteArray::number(value);
}

QByteArray label(int x, int y, const QString& words)
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"middle\">" +
           visibleText(words).toHtmlEscaped().toUtf8() + "</text>";
}

QList<DrawnMark> marksOf(const Delivery& delivery, const QList<Attempt>& attempts)
{
    QList<DrawnMark> marks;
    for (const Attempt& attempt : attempts) {
        const Micros gap =
            marks.isEmpty() ? Micros(0) : attempt.startedClock - attempts[marks.size() - 1].startedClock;
        const QString words = attempt.status > 0 ? QString::number(attempt.status)
                              : attempt.outcome  ? toString(*attempt.outcome)
                                                 : HandOnText::tr("sending");
        marks << DrawnMark{attempt.outcome, true, gap, words};
    }
    if (isFinal(delivery.state))
        return marks;
    for (const PlannedAttempt& planned : delivery.plan) {
        if (planned.number > attempts.size())
            marks << DrawnMark{std::nullopt, false, planned.gap, HandOnText::tr("planned")};
    }
    return marks;
}

QByteArray drawn(const DrawnMark& each, int x)
{
    const QByteArray place = number(x) + ' ' + number(middle);
    if (!each.isMade)
        return "<circle cx=\"" + number(x) + "\" cy=\"" + number(middle) + "\" r=\"" + number(mark - 1) +
               "\" fill=\"none\" stroke=\"#57606a\" stroke-width=\"2\"/>";
    if (each.outcome == Outcome::Success)
        return "<circle cx=\"" + number(x) + "\" cy=\"" + number(middle) + "\" r=\"" + number(mark) +
               "\" fill=\"#1a7f37\"/>";
    const QByteArray colour = each.outcome && *each.outcome != Outcome::Unknown ? "#cf222e" : "#57606a";
    return "<rect x=\"" + number(x - mark + 1) + "\" y=\"" + number(middle - mark + 1) + "\" width=\"" +
           number(2 * mark - 2) + "\" height=\"" + number(2 * mark - 2) + "\" fill=\"" + colour +
           "\" transform=\"rotate(45 " + place + ")\"/>";
}

QByteArray lineTo(const DrawnMark& each, int x)
{
    return "<line x1=\"" + number(x - step + mark + 2) + "\" y1=\"" + number(middle) + "\" x2=\"" +
           number(x - mark - 2) + "\" y2=\"" + number(middle) + "\" stroke=\"#8b949e\"" +
           (each.isMade ? "" : " stroke-dasharray=\"4 4\"") + "/>" +
           label(x - step / 2, middle - 8, durationWords(each.gap));
}

} // namespace

QByteArray timelineSvg(const Delivery& delivery, const QList<Attempt>& attempts)
{
    const QList<DrawnMark> all = marksOf(delivery, attempts);
    const QList<DrawnMark> marks = all.first(std::min(all.size(), mostMarks));
    const int width = 2 * margin + step * static_cast<int>(std::max<qsizetype>(marks.size() - 1, 0));
    QByteArray svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + number(width) + "\" height=\"" +
        number(height) + "\" viewBox=\"0 0 " + number(width) + ' ' + number(height) +
        "\" font-family=\"system-ui,sans-serif\" font-size=\"11\" fill=\"#57606a\">\n<title>" +
        HandOnText::tr("Attempts of %1").arg(delivery.id.toString()).toHtmlEscaped().toUtf8() + "</title>\n";
    for (int i = 0; i < marks.size(); ++i) {
        const int x = margin + i * step;
        if (i > 0)
            svg += lineTo(marks[i], x) + '\n';
        svg += drawn(marks[i], x) + label(x, middle + 26, marks[i].words) + '\n';
    }
    return svg + "</svg>\n";
}

} // namespace hookworks
