// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handbook_window.h"

#include "ui/inspect/find_bar.h"
#include "ui/shell/handbook_dress.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/safe_html_view.h"
#include "ui/widgets/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeWidget>
#include <QUrl>

namespace hookworks {

namespace {

constexpr int chapterRole = Qt::UserRole, anchorRole = Qt::UserRole + 1;
constexpr qsizetype mostPlaces = 100;

/// What one reads of it: a text is found across the ends of its lines, and without its marks.
QString readText(const QString& markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                       QTextDocument::MarkdownNoHTML);
    return document.toPlainText();
}

QTreeWidgetItem* contentsLine(const QString& title, qsizetype chapter, const QString& anchor)
{
    auto* item = new QTreeWidgetItem({title});
    item->setData(0, chapterRole, chapter);
    item->setData(0, anchorRole, anchor);
    item->setToolTip(0, title.toHtmlEscaped());
    return item;
}

} // namespace

HandbookWindow::HandbookWindow(QList<HandbookChapter> chapters, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_chapters(std::move(chapters))
    , m_contents(new QTreeWidget)
    , m_head(new PaneHeader({}))
    , m_text(new SafeHtmlView)
    , m_find(new FindBar([this](const QString& text, bool forward) { return find(text, forward); },
                         [this] { searchAnew(); }))
{
    setObjectName(QStringLiteral("handbook"));
    setWindowTitle(tr("Handbook — Hookworks"));
    m_text->setObjectName(QStringLiteral("handbookText"));
    m_text->setPictures(handbookPictures());
    m_text->viewport()->installEventFilter(this);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_find);
    column->addWidget(m_text, 1);
    auto* halves = new QSplitter;
    halves->setObjectName(QStringLiteral("handbookHalves"));
    halves->addWidget(m_contents);
    halves->addWidget(right);
    halves->setStretchFactor(1, 1);
    halves->setChildrenCollapsible(false);
    halves->setSizes({scaled(240), scaled(760)});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(halves);
    m_back = add(*m_head, tr("Back"), QStringLiteral("go-previous"), QKeySequence::Back);
    connect(m_back, &QAction::triggered, this, &HandbookWindow::back);
    connect(add(*m_head, tr("Find"), QStringLiteral("edit-find"), QKeySequence::Find), &QAction::triggered,
            this, &HandbookWindow::openFind);
    auto* close = new QAction(tr("Close the handbook"), this);
    close->setShortcut(QKeySequence::Close);
    addAction(close);
    connect(close, &QAction::triggered, this, &QWidget::close);
    connect(m_find, &FindBar::closed, this, &HandbookWindow::closeFind);
    connect(m_text, &SafeHtmlView::anchorClicked, this, &HandbookWindow::follow);
    fillContents();
    showChapter(0);
    resize(QSize(scaled(1000), scaled(720)).boundedTo(screen()->availableSize() * 0.9));
}

QAction* HandbookWindow::add(PaneHeader& header, const QString& text, const QString& icon,
                             const QKeySequence& keys)
{
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(keys);
    addAction(action);
    header.addButton(action);
    return action;
}

void HandbookWindow::fillContents()
{
    m_contents->setHeaderHidden(true);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setObjectName(QStringLiteral("handbookContents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    QTreeWidgetItem* group = nullptr;
    for (qsizetype i = 0; i < m_chapters.size(); ++i) {
        if (!group || group->text(0) != m_chapters[i].group) {
            group = new QTreeWidgetItem(m_contents, {m_chapters[i].group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setFont(0, fontOf(Face::Strong));
        }
        QTreeWidgetItem* chapter = contentsLine(m_chapters[i].title, i, {});
        group->addChild(chapter);
        for (const QString& heading : handbookHeadings(m_chapters[i].text))
            chapter->addChild(contentsLine(heading, i, handbookAnchor(heading)));
        group->setExpanded(true);
    }
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item->data(0, chapterRole).isValid())
            go(m_chapters[item->data(0, chapterRole).toLongLong()].key, item->data(0, anchorRole).toString());
    });
}

void HandbookWindow::go(const QString& key, const QString& anchor)
{
    for (qsizetype i = 0; i < m_chapters.size(); ++i) {
        if (m_chapters[i].key != key)
            continue;
        if (i != m_current) {
            leave(here());
            showChapter(i);
        }
        scrollTo(anchor);
        m_searchedFrom = here();
    }
}

HandbookWindow::Place HandbookWindow::here() const
{
    return {m_current, m_text->verticalScrollBar()->value()};
}

/// *Back* leads there.
void HandbookWindow::leave(const Place& place)
{
    m_before.append(place);
    m_before = m_before.last(qMin(m_before.size(), mostPlaces));
    m_back->setEnabled(true);
}

void HandbookWindow::showChapter(qsizetype chapter)
{
    m_current = chapter;
    m_foundAt.reset();
    m_head->setTitle(m_chapters[chapter].title);
    m_text->setAccessibleName(m_chapters[chapter].title);
    m_back->setEnabled(!m_before.isEmpty());
    render();
    QTreeWidgetItem* shown = m_contents->currentItem();
    if (shown && shown->data(0, chapterRole).toLongLong() == chapter)
        return;
    const QSignalBlocker blocker(m_contents);
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it) {
        const QVariant its = (*it)->data(0, chapterRole);
        if (!its.isValid() || its.toLongLong() != chapter)
            continue;
        m_contents->setCurrentItem(*it);
        (*it)->setExpanded(true);
        return;
    }
}

void HandbookWindow::render()
{
    m_text->showMarkdown(m_chapters[m_current].text);
    dressHandbook(*m_text->document(), palette());
    fitPictures(*m_text->document(), m_text->viewport()->width() - 2 * space::section);
    m_text->moveCursor(QTextCursor::Start);
}

void HandbookWindow::setText(const QString& key, const QString& markdown)
{
    for (qsizetype i = 0; i < m_chapters.size(); ++i) {
        if (m_chapters[i].key != key)
            continue;
        m_chapters[i].text = markdown;
        m_read.remove(i);
        if (i == m_current)
            render();
    }
}

void HandbookWindow::scrollTo(const QString& anchor)
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        const bool isTarget = anchor.isEmpty() || (block.blockFormat().headingLevel() > 0 &&
                                                   handbookAnchor(block.text()) == anchor);
        if (!isTarget)
            continue;
        m_text->setTextCursor(QTextCursor(block));
        const double top = m_text->document()->documentLayout()->blockBoundingRect(block).top();
        m_text->verticalScrollBar()->setValue(anchor.isEmpty() ? 0 : qRound(top));
        return;
    }
}

/// Chapters and headings of the handbook; anything else leads out of it, and is left alone.
void HandbookWindow::follow(const QUrl& link)
{
    if (!link.isRelative() || link.hasQuery() || link.path().contains(u'/'))
        return;
    go(link.path().isEmpty() ? currentKey() : link.path(), link.fragment());
}

void HandbookWindow::back()
{
    if (m_before.isEmpty())
        return;
    const Place place = m_before.takeLast();
    showChapter(place.chapter);
    m_text->verticalScrollBar()->setValue(place.scroll);
    m_searchedFrom = place;
}

void HandbookWindow::openFind()
{
    m_searchedFrom = here();
    m_find->open();
}

/// Where another chapter was found, *Back* leads to where the search began. What was found is read on.
void HandbookWindow::closeFind(bool isBack)
{
    if (m_searchedFrom.chapter != m_current)
        leave(m_searchedFrom);
    m_text->setExtraSelections({});
    if (!isBack || m_foundAt)
        m_text->setFocus(Qt::OtherFocusReason);
}

/// Another text is sought: from the chapter on in which one began.
void HandbookWindow::searchAnew()
{
    if (m_searchedFrom.chapter != m_current)
        showChapter(m_searchedFrom.chapter);
    m_foundAt.reset();
}

/// Goes on in the other chapters, and comes back to this one.
bool HandbookWindow::find(const QString& text, bool forward)
{
    if (findHere(text, forward))
        return true;
    const qsizetype from = m_current, count = m_chapters.size();
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype chapter = (from + (forward ? step : count - step)) % count;
        if (!readIn(chapter).contains(text, Qt::CaseInsensitive))
            continue;
        showChapter(chapter);
        m_text->moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
        m_foundAt = m_text->textCursor().position();
        if (findHere(text, forward))
            return true;
    }
    if (m_current != from)
        showChapter(from);
    m_text->setExtraSelections({});
    return false;
}

QString HandbookWindow::readIn(qsizetype chapter)
{
    if (!m_read.contains(chapter))
        m_read.insert(chapter, readText(m_chapters[chapter].text));
    return m_read[chapter];
}

bool HandbookWindow::findHere(const QString& text, bool forward)
{
    if (!m_foundAt)
        m_text->moveCursor(QTextCursor::Start);
    if (!m_text->find(text, forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward))
        return false;
    m_foundAt = m_text->textCursor().position();
    markAll(text);
    return true;
}

void HandbookWindow::markAll(const QString& text)
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(colour(Colour::Selection, palette()));
    for (QTextCursor found = m_text->document()->find(text); !found.isNull();
         found = m_text->document()->find(text, found))
        marks.append({found, format});
    m_text->setExtraSelections(marks);
}

void HandbookWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void HandbookWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closed();
}

/// Faces and colours are written into the text: it is read anew, and stays where it was.
void HandbookWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type != QEvent::PaletteChange && type != QEvent::FontChange && type != QEvent::StyleChange)
        return;
    const QScrollBar& bar = *m_text->verticalScrollBar();
    const double share = bar.maximum() > 0 ? double(bar.value()) / bar.maximum() : 0;
    render();
    m_text->verticalScrollBar()->setValue(qRound(share * bar.maximum()));
}

bool HandbookWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitPictures(*m_text->document(), m_text->viewport()->width() - 2 * space::section);
    return QWidget::eventFilter(watched, event);
}

} // namespace hookworks
