// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_export.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace hookworks {

namespace {
constexpr int unitsPerInch = 96;
constexpr int fineness = 2;
} // namespace

QByteArray paperAsPdf(const Paper& paper, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(paper.size / unitsPerInch, QPageSize::Inch));
    writer.setPageMargins({});
    writer.setResolution(unitsPerInch);
    QPainter painter(&writer);
    for (size_t page = 0; page < paper.pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        paintPage(painter, paper, page);
    }
    painter.end();
    return bytes;
}

QByteArray pageAsPng(const Paper& paper, size_t page)
{
    QImage image((paper.size * fineness).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(fineness, fineness);
    paintPage(painter, paper, page);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray pageAsSvg(const Paper& paper, size_t page, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(unitsPerInch);
    generator.setTitle(title);
    generator.setSize(paper.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), paper.size));
    QPainter painter(&generator);
    paintPage(painter, paper, page);
    painter.end();
    return bytes;
}

} // namespace hookworks
