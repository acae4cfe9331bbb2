// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/safe_html_view.h"

#include <QImage>
#include <QTextDocument>

#include <algorithm>

namespace hookworks {

namespace {

/// `captures.png`, and nothing that leads elsewhere.
bool isPlainFileName(const QString& name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'.');
    });
}

} // namespace

SafeHtmlView::SafeHtmlView(QWidget* parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(16);
}

void SafeHtmlView::show(const QString& html)
{
    setHtml(html.left(longest));
}

void SafeHtmlView::showMarkdown(const QString& markdown)
{
    document()->setMarkdown(markdown.left(longest),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                QTextDocument::MarkdownNoHTML);
}

void SafeHtmlView::setPictures(const QString& folder)
{
    m_pictures = folder.startsWith(u":/") ? folder : QString();
}

QVariant SafeHtmlView::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    if (!m_pictures.isEmpty() && isPlainFileName(name.toString())) {
        if (const QImage picture(m_pictures + u'/' + name.toString()); !picture.isNull())
            return picture;
    }
    QImage blank(1, 1, QImage::Format_ARGB32);
    blank.fill(Qt::transparent);
    return blank;
}

} // namespace hookworks
