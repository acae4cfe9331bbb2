// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_export.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace hookworks {

namespace {

Result<void> cannotWrite(const QString& path, const QString& why)
{
    return fail(ErrorCode::CannotWrite,
                QCoreApplication::translate("TimelineExport", "%1 cannot be written.").arg(path), why);
}

void paintWhole(QPaintDevice& device, const TimelineFrame& frame)
{
    QPainter painter(&device);
    TimelineTexts texts(painter.font());
    paintTimeline(painter, frame, texts);
}

Result<void> writePng(const TimelineFrame& frame, QSaveFile& file)
{
    constexpr int scale = 2;
    QImage image(frame.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    paintWhole(image, frame);
    if (!image.save(&file, "PNG"))
        return cannotWrite(file.fileName(), file.errorString());
    return {};
}

Result<void> writeSvg(const TimelineFrame& frame, QSaveFile& file)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(frame.size);
    generator.setViewBox(QRect(QPoint(0, 0), frame.size));
    generator.setTitle(QCoreApplication::translate("TimelineExport", "Timeline"));
    paintWhole(generator, frame);
    return {};
}

} // namespace

Result<void> exportTimeline(TimelineFrame frame, const QString& path)
{
    const bool svg = path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
    if (!svg && !path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("TimelineExport", "A picture's name ends in .png or .svg."));
    const int rows = std::min(frame.model ? frame.model->rowCount() : 0, exportedRows);
    frame.size.setHeight(frame.axisHeight + std::max(1, rows) * laneHeight());
    frame.scrollY = 0;
    frame.current = frame.hovered = {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    Result<void> painted = svg ? writeSvg(frame, file) : writePng(frame, file);
    if (!painted)
        return painted;
    if (!file.flush() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace hookworks
