import ts from 'typescript';
import { nodes, sourcesIn, type Source } from '../../architecture/source.js';

/** Every constraint name that a room compares with `violated(error)`, or looks a refusal up by. */
export function refusedConstraints(): { file: string; name: string }[] {
  return sourcesIn('libs').filter((source) => !source.path.startsWith('libs/database/')).flatMap((source) =>
    namesIn(source).map((name) => ({ file: source.path, name })));
}

const asks = (node: ts.Node): boolean => [...nodes(node)].some((inner) => ts.isCallExpression(inner) && inner.expression.getText() === 'violated');

function namesIn(source: Source): string[] {
  return [...nodes(source.ast)].flatMap((node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken) {
      return [[node.left, node.right], [node.right, node.left]].flatMap(([call, text]) =>
        ts.isCallExpression(call!) && asks(call) && ts.isStringLiteral(text!) ? [text.text] : []);
    }
    return ts.isElementAccessExpression(node) && asks(node.argumentExpression) ? keysOf(node.expression, source) : [];
  });
}

/** The keys of an object written here, or of the constant of this module that is named. */
function keysOf(expression: ts.Expression, source: Source): string[] {
  const object = ts.isObjectLiteralExpression(expression) ? expression : [...nodes(source.ast)].find((node): node is ts.ObjectLiteralExpression =>
    ts.isObjectLiteralExpression(node) && declares(node, expression.getText()));
  return object?.properties.map((property) => property.name!.getText()) ?? [];
}

function declares(object: ts.Node, name: string): boolean {
  const holder = ts.isAsExpression(object.parent) ? object.parent.parent : object.parent;
  return ts.isVariableDeclaration(holder) && holder.name.getText() === name;
}
