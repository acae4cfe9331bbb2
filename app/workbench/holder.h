// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/answer.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace hookworks {

/// A command line for the process that holds the workspace.
struct HandedCommand
{
    QStringList arguments;
    QByteArray input;                     ///< standard input, whole
    QString folder;                       ///< where relative file names count from
    bool colour = false, unicode = false; ///< how the client's terminal likes its text
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

Q_SIGNALS:
    /// A second window wants this one in front.
    void raiseWanted();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The other end: hands one command to the holder, or asks it to raise its window.
class HolderClient final : public QObject
{
    Q_OBJECT

public:
    explicit HolderClient(QString socket, QObject* parent = nullptr);
    ~HolderClient() override;

    void run(const HandedCommand& command);
    /// finished(0) once it was asked; failed() where nobody holds it or it has no window.
    void raise();
    void interrupt();

Q_SIGNALS:
    void out(const QByteArray& bytes);
    void err(const QByteArray& bytes);
    void finished(int exitStatus);
    /// Nobody answers, or the holder ended amid the command.
    void failed(const hookworks::Error& error);

private:
    void ask(const QByteArray& bytes);
    void read();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks
