// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/streams.h"
#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace hookworks {

/// How much is written, and as what.
struct OutputOptions
{
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool operator==(const OutputOptions&) const = default;
};

/// Writes a command's results as its user asked for them. A small value; the streams outlive it.
class Output
{
public:
    Output(Streams& streams, const OutputOptions& options)
        : m_streams(&streams)
        , m_options(options)
    {
    }

    bool json() const { return m_options.json; }
    bool quiet() const { return m_options.quiet; }
    /// See Streams::isFull() and hasRoom().
    bool isFull() const { return m_streams->isFull(); }
    const Streams& streams() const { return *m_streams; }
    TextLook look() const { return m_streams->look(); }

    /// A result as it is, byte for byte. On a terminal its control characters are shown instead, as in
    /// line(), and a note says so.
    void raw(const QByteArray& bytes) const;
    /// See Streams::remember().
    void remember(const QByteArray& state) const { m_streams->remember(state); }
    /// One line of results; control characters of foreign text are shown, not sent to the terminal.
    void line(const QString& text) const;
    /// The same, in a colour of the terminal's (`31`, `1` is bold) where it has colours.
    void coloured(const char* colour, const QString& text) const;
    /// One JSON object on one line. Control characters inside its texts are escaped, also those beyond ASCII,
    /// which JSON leaves alone and terminals do not.
    void object(const QByteArray& json) const;
    /// A closing sentence, on standard error; not with --quiet.
    void summary(const QString& text) const;
    /// A hint or a warning, on standard error.
    void note(const QString& text) const;
    /// What went wrong, on standard error.
    void error(const Error& error) const;

private:
    Streams* m_streams;
    OutputOptions m_options;
};

/// Text of others for a terminal: control characters (and with them escape sequences) become `\x1b`-like
/// text.
QString printable(const QString& text);
/// The same JSON with `\u009b`-like escapes for what printable() would not leave as it is.
QByteArray printableJson(const QByteArray& json);

/// Rows in columns, each as wide as its widest cell; the last column is not filled up. One long cell moves no
/// column out of sight: all but the last column's are cut at 100 characters. The first row is the heading.
class TextTable
{
public:
    explicit TextTable(QStringList heading) { m_rows << std::move(heading); }
    void add(QStringList row) { m_rows << std::move(row); }
    bool isEmpty() const { return m_rows.size() < 2; }
    /// Nothing where there is no row but the heading.
    void print(const Output& output) const;

private:
    QStringList cellsOf(const QStringList& row) const;

    QList<QStringList> m_rows;
};

} // namespace hookworks
