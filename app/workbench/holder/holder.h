// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/session/answer.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace hookworks {

/// What whoever asked for a command knows of its run, so that another process can go on with it when the one
/// that ran it is gone.
struct CommandProgress
{
    QString run;        ///< a UUID, the same wherever it goes on; empty: it runs where it was asked for
    bool begun = false; ///< it ran elsewhere before, perhaps to its end
    QByteArray state;   ///< what the command last asked to remember; empty: nothing
    qint64 printed = 0; ///< pieces of output that have arrived since then
    bool operator==(const CommandProgress&) const = default;
};

/// A command line for the process that holds the workspace.
struct HandedCommand
{
    QStringList arguments;
    QByteArray input;                                       ///< standard input, whole
    QString folder;                                         ///< where relative file names count from
    bool colour = false, unicode = false, terminal = false; ///< what the client's output goes to
    CommandProgress progress;
    bool operator==(const HandedCommand&) const = default;
};

/// The holder's end of one handed command. Whoever runs the command writes to it and finishes it once; it
/// deletes itself then.
class HandedRun : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void out(const QByteArray& bytes) = 0;
    virtual void err(const QByteArray& bytes) = 0;
    /// The client keeps it (CommandProgress::state). What follows from it may be done once this returns.
    virtual void remember(const QByteArray& state) = 0;
    /// The client is slow: whoever can, writes no more results until hasRoom().
    virtual bool isFull() const = 0;
    virtual void finish(int exitStatus) = 0;

Q_SIGNALS:
    /// The client was interrupted, or is gone; finish() soon.
    void interrupted();
    void hasRoom();
};

/// Serves other processes of the same user over a local socket, while this one holds the workspace.
class Holder final : public QObject
{
    Q_OBJECT

public:
    using Runner = std::function<void(const HandedCommand&, HandedRun&)>;

    /// `run` is called on the main thread for each command, and returns at once.
    explicit Holder(Runner run, QObject* parent = nullptr);
    ~Holder() override;
    /// A socket file that a dead process left is replaced: call it only with the workspace's lock.
    Result<void> listen(const QString& socket);
    /// Takes no more commands; those that run go on.
    void close();
    bool isOpen() const;
    /// Emits raiseWanted(); false where nobody listens to it: this program has no window.
    bool raise(const QStringList& files);

Q_SIGNALS:
    /// A second window wants this one in front, with these cases opened in it; absolute paths.
    void raiseWanted(const QStringList& files);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks
