// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace delpek::http
{

/// A request body that can be read once. Qt repeats a request by itself when the connection ends before the answer; a
/// message would go out twice. It cannot repeat what it cannot read again.
class OnceOnlyDevice final : public QIODevice
{
public:
    OnceOnlyDevice(QByteArray bytes, QObject* parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_position == m_bytes.size() && QIODevice::atEnd(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_position + QIODevice::bytesAvailable(); }
    qint64 size() const override { return m_bytes.size(); }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_bytes.size() - m_position);
        if (size == 0) {
            return -1;
        }
        std::copy_n(m_bytes.constData() + m_position, size, to);
        m_position += size;
        return size;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace delpek::http
