// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace hookworks {

/// A file's path to type, or to choose.
class FileField final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the line's, spoken and on the chooser; `filter` as QFileDialog takes it.
    FileField(const QString& name, const QString& file, const QString& filter, QWidget* parent = nullptr);

    QLineEdit& line() { return *m_line; }
    /// Trimmed.
    QString file() const;
    /// In words; empty where nothing is named, or what is named is a file.
    QString problem() const;

signals:
    void changed();

private:
    void browse();

    QString m_name, m_filter;
    QLineEdit* m_line;
};

} // namespace hookworks
