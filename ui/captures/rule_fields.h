// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace hookworks {

/// `name=value`, one a line, and back.
QList<std::pair<QString, QString>> pairsOf(const QString& lines);
QString linesOfPairs(const QList<std::pair<QString, QString>>& pairs);

/// The kinds of fields that a reply rule's forms are made of: one line, some lines of code, a number.
QLineEdit* ruleLine(const QString& hint = {});
QPlainTextEdit* ruleLines(const QString& hint);
QSpinBox* ruleNumber(int least, int most, const QString& suffix = {}, const QString& leastWords = {});

} // namespace hookworks
