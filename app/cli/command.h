// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exit_status.h"
#include "cli/output.h"
#include "workbench/holder/holder.h"
#include "workbench/session/answer.h"

#include <QDir>
#include <QObject>

#include <functional>
#include <memory>

namespace hookworks {

class Workbench;

/// What a command works with. Everything referred to outlives the command.
struct CommandContext
{
    Workbench* workbench = nullptr; ///< of a command with Access::None: an empty one
    Output output;
    QByteArray input; ///< standard input, whole; only for a command that reads it
    QDir folder;      ///< relative file names count from here
    CommandProgress progress;
};

/// What is typed or piped in on one line, without its end.
inline QByteArray withoutNewline(QByteArray input)
{
    if (input.endsWith('\n'))
        input.chop(input.endsWith("\r\n") ? 2 : 1);
    return input;
}

/// One command in its run: started once, finished once. Lives on the main thread and never blocks it.
class Command : public QObject
{
    Q_OBJECT

public:
    explicit Command(const CommandContext& context)
        : m_context(context)
    {
    }

    virtual void start() = 0;
    /// Ends it soon; what was running is stored. Without an override: at once, with ExitStatus::Interrupted.
    virtual void cancel() { finish(ExitStatus::Interrupted); }

Q_SIGNALS:
    /// Once; nothing is written after it.
    void finished(hookworks::ExitStatus status);

protected:
    const CommandContext& context() const { return m_context; }
    const Output& output() const { return m_context.output; }
    const CommandProgress& progress() const { return m_context.progress; }
    Workbench& workbench() const { return *m_context.workbench; }

    void finish(ExitStatus status);
    bool isFinished() const { return m_finished; }
    /// Writes the error and finishes with its status.
    void fail(const Error& error);
    /// Calls `use` with the answer's value, unless this has finished by then; an error fails the command.
    template <class T, class Use>
    void whenAnswered(Answer<T> answer, Use use)
    {
        answer.then(this, [this, use = std::move(use)](const Result<T>& result) mutable {
            if (isFinished())
                return;
            if (!result) {
                fail(result.error());
                return;
            }
            if constexpr (std::is_void_v<T>)
                use();
            else
                use(*result);
        });
    }
    /// The whole file, or standard input for `-`. CannotOpen becomes BadInput: a file is input, not the
    /// workspace.
    Result<QByteArray> readFile(const QString& name) const;

private:
    CommandContext m_context;
    bool m_finished = false;
};

} // namespace hookworks
