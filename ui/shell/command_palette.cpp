// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/palette_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {
constexpr int mostShown = 200;
}

int paletteRank(const PaletteEntry& entry, const QString& query)
{
    const QString all = entry.title + u' ' + entry.detail;
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (!all.contains(word, Qt::CaseInsensitive))
            return 0;
    }
    if (words.isEmpty())
        return 1;
    if (entry.title.startsWith(words.first(), Qt::CaseInsensitive))
        return 3;
    return entry.title.contains(words.first(), Qt::CaseInsensitive) ? 2 : 1;
}

CommandPalette::CommandPalette(QWidget& window)
    : QFrame(&window)
    , m_window(window)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new PaletteModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_field->setPlaceholderText(tr("Find an action, report, webhook, delivery or capture"));
    m_field->setAccessibleName(tr("Search"));
    m_field->addAction(themedIcon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_field->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::normal, space::normal, space::normal, space::normal);
    column->addWidget(m_field);
    column->addWidget(m_list);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(space::section);
    shadow->setOffset(0, space::tight);
    shadow->setColor(shadowColour());
    setGraphicsEffect(shadow);
    m_field->installEventFilter(this);
    m_window.installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QStringList sources = m_finds.keys();
        m_older = QSet<QString>(sources.cbegin(), sources.cend());
        refilter();
        emit queried(text);
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    m_finds.clear();
    m_before = m_window.focusWidget();
    m_field->clear();
    refilter();
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    emit queried({});
}

void CommandPalette::add(const QList<PaletteEntry>& entries)
{
    if (!isVisible())
        return;
    m_entries.append(entries);
    refilter();
}

void CommandPalette::setFinds(const QString& source, const QList<PaletteEntry>& entries)
{
    m_finds[source] = entries;
    m_older.remove(source);
    if (isVisible())
        refilter();
}

void CommandPalette::setSearching(bool searching)
{
    if (std::exchange(m_searching, searching) != searching && isVisible())
        refilter();
}

QString CommandPalette::query() const
{
    return m_field->text();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(10);
        return true;
    case Qt::Key_PageUp:
        step(-10);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

/// The focus goes back to where it was.
void CommandPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::place()
{
    const int width = std::min(m_window.width() - 2 * space::broad, scaled(560));
    const int height = std::min(m_window.height() - 4 * space::section, scaled(420));
    setGeometry((m_window.width() - width) / 2, sized(Size::PageBar), width, height);
}

void CommandPalette::refilter()
{
    const QString query = m_field->text().trimmed();
    QList<std::pair<int, PaletteEntry>> ranked;
    for (const PaletteEntry& entry : std::as_const(m_entries)) {
        if (const int rank = paletteRank(entry, query); rank > 0)
            ranked.append({rank, entry});
    }
    std::ranges::stable_sort(ranked, std::greater(), [](const auto& one) { return one.first; });
    for (auto found = m_finds.cbegin(); found != m_finds.cend(); ++found) {
        const bool older = m_older.contains(found.key());
        for (const PaletteEntry& entry : found.value()) {
            if (!older || paletteRank(entry, query) > 0)
                ranked.append({0, entry});
        }
    }
    QList<PaletteEntry> shown;
    for (qsizetype i = 0; i < std::min<qsizetype>(ranked.size(), mostShown); ++i)
        shown.append(ranked[i].second);
    const QString none = query.isEmpty() ? QString()
                         : m_searching   ? tr("Searching…")
                                         : tr("Nothing found for “%1”").arg(query);
    m_model->setEntries(shown, none);
    m_field->setAccessibleDescription(shown.isEmpty() ? none : QString());
    if (!shown.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const PaletteEntry* chosen = current.isValid() ? m_model->at(current.row()) : nullptr;
    if (!chosen)
        return; // nothing is found, or nothing yet
    const auto run = chosen->run;
    dismiss();
    if (run)
        run();
}

void CommandPalette::step(int by)
{
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    if (m_model->at(row))
        m_list->setCurrentIndex(m_model->index(row, 0));
}

} // namespace hookworks
