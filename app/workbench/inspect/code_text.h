// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace hookworks {

/// A language whose string literals are written.
enum class CodeLanguage
{
    Python,
    JavaScript,
    CSharp
};

/// The text as a literal in double quotes. Controls, and characters that one does not see or that turn the
/// direction of a line, are written as escapes.
QByteArray codeText(const QString& text, CodeLanguage language);

/// Bytes as a Python bytes literal, or as the text that they are in UTF-8: `"é".encode()`.
QByteArray pythonBytes(const QByteArray& bytes);

} // namespace hookworks
