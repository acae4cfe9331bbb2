// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/safe_html_view.h"

#include <QImage>

namespace hookworks {

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

QVariant SafeHtmlView::loadResource(int type, const QUrl&)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QImage blank(1, 1, QImage::Format_ARGB32);
    blank.fill(Qt::transparent);
    return blank;
}

} // namespace hookworks
