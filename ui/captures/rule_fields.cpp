// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_fields.h"

#include "ui/widgets/tokens.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace hookworks {

QList<std::pair<QString, QString>> pairsOf(const QString& lines)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype equals = line.indexOf(u'=');
        pairs.append({line.left(equals).trimmed(), equals < 0 ? QString() : line.mid(equals + 1).trimmed()});
    }
    return pairs;
}

QString linesOfPairs(const QList<std::pair<QString, QString>>& pairs)
{
    QStringList lines;
    for (const auto& [name, value] : pairs)
        lines << name + u'=' + value;
    return lines.join(u'\n');
}

QLineEdit* ruleLine(const QString& hint)
{
    auto* field = new QLineEdit;
    field->setPlaceholderText(hint);
    return field;
}

QPlainTextEdit* ruleLines(const QString& hint)
{
    auto* field = new QPlainTextEdit;
    field->setPlaceholderText(hint);
    field->setTabChangesFocus(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFont(fontOf(Face::Code));
    field->setFixedHeight(2 * lineHeight(Face::Code) + 2 * space::normal);
    return field;
}

QSpinBox* ruleNumber(int least, int most, const QString& suffix, const QString& leastWords)
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setSpecialValueText(leastWords);
    return box;
}

} // namespace hookworks
