// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QAction;
class QMenu;

namespace hookworks {

/// The File menu: workspaces, those opened last, and where the open one lies.
class FileMenu final : public QObject
{
    Q_OBJECT
public:
    /// Fills `menu`, which must outlive it.
    explicit FileMenu(QMenu& menu, QObject* parent = nullptr);

    /// Newest first; the open one is left out.
    void setRecent(const QStringList& files);
    /// The open workspace's file; empty: none is known.
    void setPlace(const QString& file);

    /// `recent` with `file` in front, each once, at most eight.
    static QStringList withOpened(const QStringList& recent, const QString& file);

signals:
    void newWorkspaceWanted();
    void openWorkspaceWanted();
    void openSampleWanted();
    void recentWanted(const QString& file);
    void importWanted();
    void requestImportWanted();
    void secretsWanted();
    void settingsWanted();
    void quitWanted();

private:
    void showRecent();

    QMenu* m_recent;
    QAction* m_place;
    QStringList m_files;
    QString m_file;
};

/// A path as one reads it: the home folder as ~.
QString placeWords(const QString& file);

} // namespace hookworks
