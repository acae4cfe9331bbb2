// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/open_problem.h"

#include "ui/widgets/form.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QLabel* words(const QString& text)
{
    QLabel* label = selectableLabel();
    label->setText(text);
    return label;
}

} // namespace

OpenProblem::OpenProblem(const QString& file, const Error& error, QWidget* parent)
    : QWidget(parent)
{
    setWindowTitle(QStringLiteral("Hookworks"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::section, space::section, space::section, space::broad);
    column->setSpacing(space::normal);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::wide);
    auto* mark = new IconMark(scaled(24), stateIcon(StateKind::Failed));
    QLabel* title = words(tr("%1 cannot be opened").arg(QFileInfo(file).fileName()));
    title->setFont(fontOf(Face::Title));
    head->addWidget(mark);
    head->addWidget(title, 1);
    column->addLayout(head);
    column->addWidget(words(error.message));
    column->addWidget(words(remedyOf(error.code)));
    QLabel* where = quietLabel(error.detail.isEmpty() ? file : file + u'\n' + error.detail);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(where);
    column->addStretch();
    auto* row = new QHBoxLayout;
    auto* quit = new QPushButton(tr("&Quit"));
    auto* again = new QPushButton(tr("&Try again"));
    auto* fresh = new QPushButton(tr("&New workspace…"));
    auto* other = new QPushButton(tr("&Open another…"));
    other->setDefault(true);
    row->addWidget(quit);
    row->addStretch();
    for (QPushButton* button : {again, fresh, other})
        row->addWidget(button);
    column->addSpacing(space::broad);
    column->addLayout(row);
    other->setFocus();
    setMinimumWidth(sized(Size::DialogWidth));
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
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
