// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/handbook.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QAction;
class QTreeWidget;
class QTreeWidgetItem;
class QUrl;

namespace hookworks {

class FindBar;
class PaneHeader;
class SafeHtmlView;

/// The handbook beside the window it tells about: contents at the left, a chapter at the right. It loads
/// nothing from outside the program, and follows links to its own chapters and headings alone.
class HandbookWindow final : public QWidget
{
    Q_OBJECT
public:
    /// `chapters`: at least one.
    explicit HandbookWindow(QList<HandbookChapter> chapters, QWidget* parent = nullptr);

    /// Shows a chapter, at a heading where `anchor` names one. Does nothing where there is no such chapter.
    void go(const QString& key, const QString& anchor = {});
    /// The chapter says something else from now on.
    void setText(const QString& key, const QString& markdown);
    QString currentKey() const { return m_chapters[m_current].key; }

signals:
    void closed();

private:
    /// Where one was.
    struct Place
    {
        qsizetype chapter = 0;
        int scroll = 0;
    };

    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    QAction* add(PaneHeader& header, const QString& text, const QString& icon, const QKeySequence& keys);
    void fillContents();
    Place here() const;
    void leave(const Place& place);
    void showChapter(qsizetype chapter);
    void scrollTo(const QString& anchor);
    void follow(const QUrl& link);
    void back();
    void openFind();
    void closeFind(bool isBack);
    void searchAnew();
    bool find(const QString& text, bool forward);
    bool findHere(const QString& text, bool forward);
    QString readIn(qsizetype chapter);
    void markAll(const QString& text);
    void render();

    QList<HandbookChapter> m_chapters;
    qsizetype m_current = 0;
    QHash<qsizetype, QString> m_read; ///< by chapter, as far as they were searched
    QList<Place> m_before;            ///< newest last
    Place m_searchedFrom;
    QTreeWidget* m_contents;
    PaneHeader* m_head;
    SafeHtmlView* m_text;
    FindBar* m_find;
    QAction* m_back = nullptr;
    std::optional<int> m_foundAt; ///< where the next search goes on; none: at the chapter's start
};

} // namespace hookworks
