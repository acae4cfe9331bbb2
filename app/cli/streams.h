// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace hookworks {

/// How text may look where it goes to.
struct TextLook
{
    bool colour = false;  ///< a terminal, and NO_COLOR is not set
    bool unicode = false; ///< the locale is UTF-8
    bool terminal = false;
    bool operator==(const TextLook&) const = default;
};

/// Where a command reads and writes: this process, another one over a socket, or a test. Lives on the main
/// thread.
class Streams : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Results. Handed on at once as far as their reader takes them, so that it sees each line as it comes.
    virtual void out(const QByteArray& bytes) = 0;
    /// The reader is slow: whoever can, writes no more results until hasRoom().
    virtual bool isFull() const = 0;
    /// Everything else.
    virtual void err(const QByteArray& bytes) = 0;
    virtual TextLook look() const = 0;
    /// What the command needs to go on where this process ends: whoever asked for it keeps it. Pieces of
    /// output are counted from here on. Nothing where nobody else asked for it.
    virtual void remember(const QByteArray& state) { Q_UNUSED(state) }

Q_SIGNALS:
    void hasRoom();
    /// Whoever asked wants it to end: Ctrl+C, SIGTERM, or nobody reads the results any more.
    void cancelled();
};

} // namespace hookworks
