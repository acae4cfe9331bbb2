// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/sample_body.h"

#include <QList>

namespace hookworks {

class Ledger;
class SqlConnection;

/// Bodies that are kept by name. A part of Reader, see there.
class SampleReader
{
public:
    /// It outlives this.
    explicit SampleReader(SqlConnection& connection);

    /// By name, without the bodies themselves.
    Result<QList<SampleBody>> samples();
    Result<SampleBody> sample(const QString& name);

private:
    SqlConnection* m_connection;
};

/// Keeps them. A part of Writer, see there.
class SampleWriter
{
public:
    /// Both outlive it.
    SampleWriter(SqlConnection& connection, Ledger& ledger);

    /// Also puts back one that was removed. BadInput for no name, one too long, one of an id's form and one
    /// with control characters.
    Result<void> addSample(const SampleBody& sample);
    Result<SampleBody> removeSample(const QString& name);

private:
    SqlConnection* m_connection;
    Ledger* m_ledger;
    SampleReader m_stored;
};

} // namespace hookworks
