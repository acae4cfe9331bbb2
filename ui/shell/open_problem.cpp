// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/open_problem.h"

#include <QFileInfo>
#include <QPushButton>

namespace hookworks {

OpenProblem::OpenProblem(const QString& file, const Error& error, QWidget* parent)
    : ProblemWindow(tr("%1 cannot be opened").arg(QFileInfo(file).fileName()), parent)
{
    say(error.message);
    say(remedyOf(error.code));
    sayQuietly(error.detail.isEmpty() ? file : file + u'\n' + error.detail);
    auto* again = new QPushButton(tr("&Try again"));
    auto* fresh = new QPushButton(tr("&New workspace…"));
    auto* other = new QPushButton(tr("&Open another…"));
    offer({again, fresh, other});
    connect(again, &QPushButton::clicked, this, &OpenProblem::againWanted);
    connect(fresh, &QPushButton::clicked, this, [this] { choose(true); });
    connect(other, &QPushButton::clicked, this, [this] { choose(false); });
}

QString OpenProblem::remedyOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NewerVersion:
        return tr("A newer version of Hookworks wrote it. Open it with that version, or open another "
                  "workspace here. "
                  "Nothing was changed.");
    case ErrorCode::Damaged:
        return tr("Restore it from a backup, or open another workspace. Nothing was changed.");
    case ErrorCode::CannotWrite:
        return tr("Copy it to a folder that you may write to, and open it there.");
    case ErrorCode::DiskFull:
        return tr("Make room on the disk, then try again.");
    case ErrorCode::Conflict:
        return tr("A hookworks-cli command is using it. Wait until it has ended, then try again.");
    case ErrorCode::NotFound:
        return tr("Check the name, or make a new workspace.");
    default:
        return tr("Check that the file is there and that you may read it, or open another workspace.");
    }
}

FileQuestion workspaceQuestion(bool fresh)
{
    return {fresh ? OpenProblem::tr("New workspace") : OpenProblem::tr("Open a workspace"),
            fresh,
            OpenProblem::tr("Workspaces (*.hookworks);;All files (*)"),
            QStringLiteral("hookworks"),
            {}};
}

void OpenProblem::choose(bool fresh)
{
    askForFile(*this, workspaceQuestion(fresh), [this](const QString& file) { emit chosen(file); });
}

} // namespace hookworks
