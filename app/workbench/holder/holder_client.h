// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/holder/holder.h"

namespace hookworks {

/// The other end of a Holder: hands one command to it, or asks it to raise its window. One request each.
class HolderClient final : public QObject
{
    Q_OBJECT

public:
    enum class Failure
    {
        Nobody,   ///< no process serves the workspace, or it went before it began
        NoWindow, ///< raise() only: the holder has no window
        Silent,   ///< it does not answer (any more), though it is there: stopped, or its disk hangs
        Lost      ///< it went away amid the command, perhaps after the command's work was done
    };

    explicit HolderClient(QString socket, QObject* parent = nullptr);
    ~HolderClient() override;

    /// The command is not handed over before the holder has answered, so that one that is stopped does not
    /// run it when it goes on.
    void run(const HandedCommand& command);
    /// finished(0) once its window was asked to come to the front, and to open these cases; absolute paths.
    void raise(const QStringList& files = {});
    /// finished() follows; nothing to interrupt where isBegun() is false.
    void interrupt();
    /// The holder has begun with the command.
    bool isBegun() const;

Q_SIGNALS:
    void out(const QByteArray& bytes);
    void err(const QByteArray& bytes);
    /// See HandedRun::remember().
    void remembered(const QByteArray& state);
    void finished(int exitStatus);
    /// Instead of finished(); the error is in words.
    void failed(hookworks::HolderClient::Failure failure, const hookworks::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks
